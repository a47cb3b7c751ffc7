import { listAssignments, loadAssignment } from '../../harness/assignment/load-assignment.js';
import { pointsOfRole, rolesIn } from '../assignment-facts.js';
import type { ListArguments } from './list-command.js';
import { columns } from './table.js';

/** `netgrade list`: what can be graded. */
export async function list({ json, assignments }: ListArguments): Promise<void> {
  const places = await listAssignments(assignments);
  const found = await Promise.all(
    places.map(async (place) => {
      const assignment = await loadAssignment(place);
      const roles = rolesIn(assignment).map((role) => ({ role, points: pointsOfRole(assignment, role) }));
      return {
        id: place.id,
        title: assignment.title,
        lecture: assignment.lecture,
        transport: assignment.transport,
        roles,
      };
    }),
  );
  if (json) {
    process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
    return;
  }
  const rows = found.map(({ id, title, roles }) => [
    id,
    title,
    roles.map(({ role, points }) => `${role} ${points}`).join(', '),
  ]);
  const next = 'Next: netgrade show <id> tells the task, netgrade init <id> --lang python begins it.';
  process.stdout.write(`${columns([['id', 'task', 'points'], ...rows])}\n\n${next}\n`);
}
