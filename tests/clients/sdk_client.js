// SPDX-License-Identifier: MIT
// AWS's own SDK for JavaScript calls @connections and meets its own exceptions.
'use strict';

const assert = require('node:assert/strict');
const { test, after, before } = require('node:test');
const sdk = require('@aws-sdk/client-apigatewaymanagementapi');
const { Person, token } = require('./people.js');

const url = process.env.GREENROOM_STAGE_URL;
const neverGivenOut = 'eHrdFcnvvHcCE-w=';
const people = [];
let api;

function managementApi(stage, options = {}) {
    return new sdk.ApiGatewayManagementApiClient(
        { endpoint: stage.replace(/^ws/, 'http'), maxAttempts: 1, ...options });
}

/// A signer that does not.
const unsigned = { signer: { sign: async (request) => request } };

async function join() {
    const person = await Person.joined(url, { headers: { 'User-Agent': 'ana' } });
    people.push(person);
    person.id = await person.introduced();
    return person;
}

const post = (ConnectionId, Data) => api.send(new sdk.PostToConnectionCommand({ ConnectionId, Data }));
const get = (ConnectionId) => api.send(new sdk.GetConnectionCommand({ ConnectionId }));
const remove = (ConnectionId) => api.send(new sdk.DeleteConnectionCommand({ ConnectionId }));

async function assertRejects(promise, type, status) {
    await assert.rejects(promise, (error) => {
        assert.ok(error instanceof type, String(error));
        assert.equal(error.$metadata.httpStatusCode, status);
        return true;
    });
}

async function assertGone(id) {
    await assertRejects(post(id, 'x'), sdk.GoneException, 410);
    await assertRejects(get(id), sdk.GoneException, 410);
    await assertRejects(remove(id), sdk.GoneException, 410);
}

before(() => { api = managementApi(url); });
after(() => {
    api.destroy();
    people.forEach((person) => person.socket.terminate());
});

test('texts and bytes are posted and arrive as text', async () => {
    const person = await join();
    for (const text of [token(), token() + 'olá €', token() + 'x'.repeat(127 * 1024)]) {
        for (const data of [text, Buffer.from(text)]) {
            const heard = person.heard((frame) => frame === text);
            assert.equal((await post(person.id, data)).$metadata.httpStatusCode, 200);
            await heard;
        }
    }
});

test('a connection is described', async () => {
    const person = await join();
    const described = await get(person.id);
    assert.equal(described.Identity.UserAgent, 'ana');
    assert.match(described.Identity.SourceIp, /^[0-9a-f.:]+$/);
    assert.ok(described.ConnectedAt <= described.LastActiveAt);
    assert.ok(Math.abs(Date.now() - described.ConnectedAt) < 120000);
});

test('a connection is deleted with 1000', async () => {
    const person = await join();
    assert.equal((await remove(person.id)).$metadata.httpStatusCode, 204);
    assert.equal((await person.ended()).code, 1000);
    await assertGone(person.id);
});

test('an id that nobody has is a GoneException', () => assertGone(neverGivenOut));

test('a large payload is a PayloadTooLargeException', async () => {
    const person = await join();
    await assertRejects(post(person.id, 'x'.repeat(128 * 1024 + 1)), sdk.PayloadTooLargeException, 413);
});

test('an id without the form of one is a bad request', async () => {
    // The SDK has no exception of its own for it.
    await assert.rejects(get('bot_1'), { name: 'BadRequestException', message: 'Invalid connectionId: bot_1' });
});

test('an unknown stage is a ForbiddenException', async () => {
    const elsewhere = managementApi(url.replace(/[^/]*$/, 'no-such-stage-here'));
    await assertRejects(elsewhere.send(new sdk.GetConnectionCommand({ ConnectionId: neverGivenOut })),
        sdk.ForbiddenException, 403);
    elsewhere.destroy();
});

test('a stage can want signed calls', async () => {
    const command = new sdk.GetConnectionCommand({ ConnectionId: neverGivenOut });
    const signed = managementApi(process.env.GREENROOM_SIGNED_URL);
    await assertRejects(signed.send(command), sdk.GoneException, 410);
    const stranger = managementApi(process.env.GREENROOM_SIGNED_URL, unsigned);
    await assert.rejects(stranger.send(command), { name: 'MissingAuthenticationTokenException' });
    signed.destroy();
    stranger.destroy();
});
