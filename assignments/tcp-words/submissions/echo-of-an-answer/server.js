// echo server
require('net').createServer((s) => s.pipe(s)).listen(8089, '127.0.0.1');
