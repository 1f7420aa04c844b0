// Serves a folder on this machine alone:  node serve.mjs FOLDER [PORT]
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
    '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
    '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.gz': 'application/gzip' };

const [folder, port = '0'] = process.argv.slice(2);
const root = path.resolve(folder);
const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let file = path.join(root, asked);
    if (asked.endsWith('/')) {
        file = path.join(file, 'index.html');
    }
    if (!file.startsWith(root + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
        response.writeHead(404).end(`there is no ${asked}\n`);
        return;
    }
    response.writeHead(200, { 'content-length': fs.statSync(file).size,
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
});
server.listen(Number(port), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/   (Ctrl-C ends it)`);
});
