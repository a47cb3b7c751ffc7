import { createSocket, type RemoteInfo } from 'node:dgram';

interface Greeting {
  text: string;
  from: RemoteInfo;
}

const PORT: number = 33333;
const HOST: string = '127.0.0.1';

function greet(text: string): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    const client = createSocket('udp4');
    client.once('error', reject);
    client.once('message', (message: Buffer, from: RemoteInfo) => {
      client.close();
      resolve({ text: message.toString('utf8'), from });
    });
    client.connect(PORT, HOST, () => client.send(text));
  });
}

greet('hello Server')
  .then(({ text, from }) => console.log(`"${text}" (${from.address}, ${from.port})`))
  .catch((error) => console.error(error));
