/** Whether a message says, in the words of any language, that a process may open no more files and sockets (EMFILE, 24); not that the system has no more. */
export function noDescriptorsSaid(message: string): boolean {
  return /Too many open files(?! in system)|\bEMFILE\b|\[Errno 24\]|\bos error 24\b/i.test(message);
}

/** The same of a file system that takes nothing more (ENOSPC, 28). */
export function noSpaceSaid(message: string): boolean {
  return /No space left on device|\bENOSPC\b|\[Errno 28\]|\bos error 28\b|\bStorageFull\b/i.test(message);
}

/** The same of a file that may not become any larger (EFBIG, 27). */
export function tooLargeSaid(message: string): boolean {
  return /File too large|\bEFBIG\b|\[Errno 27\]|\bos error 27\b|\bFileTooLarge\b/i.test(message);
}
