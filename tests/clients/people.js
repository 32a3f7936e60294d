// SPDX-License-Identifier: MIT
// People in the conversation of a stage, who speak through npm's `ws`. Every wait is bounded by MILLISECONDS.
'use strict';

const crypto = require('node:crypto');
const WebSocket = require('ws');

const MILLISECONDS = 15000;

function within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what}: not within ${MILLISECONDS} ms`)), MILLISECONDS);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/// Waits for the first `name` whose arguments pass; nothing that comes meanwhile is lost to other waiters.
function event(emitter, name, passes = () => true) {
    let listener;
    const found = new Promise((resolve) => {
        listener = (...values) => passes(...values) && resolve(values);
        emitter.on(name, listener);
    });
    return within(found, name).finally(() => emitter.off(name, listener));
}

const token = () => `conformance ${crypto.randomUUID()}`;
const said = (text) => JSON.stringify({ action: 'sendmessage', message: text });

class Person {
    static async joined(url, ...options) {
        const person = new Person();
        person.socket = new WebSocket(url, ...options);
        person.closed = new Promise((resolve) => {
            person.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
        });
        const opened = new Promise((resolve, reject) => {
            person.socket.on('open', resolve);
            person.socket.on('error', reject);
        });
        await within(opened, 'open');
        return person;
    }

    /// The first text that passes; says `message` when it already listens.
    async heard(passes, message) {
        const found = event(this.socket, 'message', (data, isBinary) => !isBinary && passes(data.toString()));
        if (message !== undefined) this.socket.send(message);
        const [data] = await found;
        return data.toString();
    }

    /// Its connection id, which it learns from the line that everybody hears.
    async introduced() {
        const text = token();
        const frame = await this.heard((heard) => heard.includes(text), said(text));
        return / UTC\]\n (\S{16}) {2}/.exec(JSON.parse(frame).message)[1];
    }

    ended() {
        return within(this.closed, 'close');
    }
}

module.exports = { Person, event, within, token, said, WebSocket };
