// SPDX-License-Identifier: MIT
// npm's `ws`, the client of most Node.js programs.
'use strict';

const assert = require('node:assert/strict');
const { test, after } = require('node:test');
const { Person, WebSocket, event, said, token } = require('./people.js');

const url = process.env.GREENROOM_STAGE_URL;
const invalidRequest = JSON.stringify({
    error: 'Invalid request',
    message: 'The requested action is not recognized. Please check your WebSocket commands.',
});
const isRefusal = (frame) => JSON.stringify(JSON.parse(frame)) === invalidRequest;
const people = [];

async function join(...options) {
    const person = await Person.joined(url, ...options);
    people.push(person);
    return person;
}

after(() => people.forEach((person) => person.socket.terminate()));

test('two people talk', async () => {
    const [ana, ben] = [await join(), await join()];
    const text = token();
    const line = ben.heard((frame) => frame.includes(text));
    assert.equal(await ana.heard((frame) => frame.includes(text), said(text)), await line);
});

test('compression is offered and not needed', async () => {
    const person = await join({ perMessageDeflate: true });
    await person.heard(isRefusal, 'hello');
});

test('a subprotocol that is offered is not echoed, so the client gives up', async () => {
    await assert.rejects(Person.joined(url, ['chat']), /Server sent no subprotocol/);
});

test('a ping is answered with its payload', async () => {
    const person = await join();
    const pong = event(person.socket, 'pong');
    person.socket.ping('there?');
    assert.equal((await pong)[0].toString(), 'there?');
});

test('fragments make one message', async () => {
    const person = await join();
    const text = token();
    const message = said(text);
    const line = person.heard((frame) => frame.includes(text));
    person.socket.send(message.slice(0, 10), { fin: false });
    person.socket.ping();
    person.socket.send(message.slice(10), { fin: true });
    await line;
});

test('a fragment may end inside a character', async () => {
    const person = await join();
    const text = token();
    const message = Buffer.from(said(text + '€'));
    const line = person.heard((frame) => JSON.parse(frame).message?.includes(text + '€'));
    const inside = message.indexOf(Buffer.from('€')) + 1;
    person.socket.send(message.subarray(0, inside), { fin: false, binary: false });
    person.socket.send(message.subarray(inside), { fin: true, binary: false });
    await line;
});

test('a large line arrives whole', async () => {
    const person = await join();
    const text = token() + 'x'.repeat(20 * 1024);
    await person.heard((frame) => frame.includes(text), said(text));
});

test('a large frame closes with 1009', async () => {
    const person = await join();
    person.socket.send('x'.repeat(32 * 1024 + 1));
    assert.equal((await person.ended()).code, 1009);
});

test('a binary message closes with 1003', async () => {
    const person = await join();
    person.socket.send(Buffer.from('binary'));
    assert.equal((await person.ended()).code, 1003);
});

for (const code of [1000, 1001, 3000, 4999]) {
    test(`a close with ${code} comes back`, async () => {
        const person = await join();
        person.socket.close(code, 'bye');
        assert.equal((await person.ended()).code, code);
    });
}

test('a close without a code ends in good order', async () => {
    const person = await join();
    person.socket.close();
    assert.ok([1000, 1005].includes((await person.ended()).code));
});

test('an unknown path is refused with its status and headers', async () => {
    const socket = new WebSocket(url + '/room');
    const [, response] = await event(socket, 'unexpected-response');
    assert.equal(response.statusCode, 403);
    assert.equal(response.headers['x-amzn-errortype'], 'ForbiddenException');
    response.resume();
    await event(response, 'end');
});
