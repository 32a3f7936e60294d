// SPDX-License-Identifier: MIT
// The peer: a broadcaster of Node's ws (Debian's node-ws), every text to everybody.
"use strict";

const { WebSocketServer } = require("ws");

const server = new WebSocketServer({
  host: "127.0.0.1",
  port: Number(process.argv[2] || 0),
  backlog: 1024,
  perMessageDeflate: false,
});
server.on("connection", (client) => {
  client.on("error", () => client.terminate());
  client.on("message", (text) => {
    for (const other of server.clients) other.send(text, { binary: false });
  });
});
server.on("listening", () => console.log(`Listening on ws://127.0.0.1:${server.address().port}/`));
