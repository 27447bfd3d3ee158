// Reads, from standard input, which requests go into which recording, and sends them with Node's
// own client. The recorder and the replayer share it, so that both ask the same.

import { once } from "node:events";
import http from "node:http";
import { buffer, text } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import NodeHttpAdapter from "@pollyjs/adapter-node-http";
import { Polly } from "@pollyjs/core";
import FSPersister from "@pollyjs/persister-fs";

const STEADY = {
  Accept: "*/*",
  "Accept-Encoding": "gzip, br",
  "User-Agent": "cassette-examples/1",
};
const UNPACK = { gzip: gunzipSync, br: brotliDecompressSync };

/** What the Python side asks for: origin, proxy, folder and cassettes. */
export async function readTask() {
  return JSON.parse(await text(process.stdin));
}

/** A recording with the settings that both modes share, kept somewhere below `folder`. */
export function polly(name, folder, settings) {
  return new Polly(name, {
    adapters: [NodeHttpAdapter],
    persister: FSPersister,
    persisterOptions: { fs: { recordingsDir: folder } },
    recordFailedRequests: true,
    logLevel: "silent",
    ...settings,
  });
}

/** The last response to a call, and to the redirects that follow from it: status and body. */
export async function send(origin, call, agent) {
  const headers = { ...STEADY, ...Object.fromEntries(call.headers) };
  const body = Buffer.from(call.body, "base64");
  let url = new URL(call.path, origin);
  let reply = await request(url, { agent, method: call.method, headers }, body);
  while (reply.headers.location) {
    url = new URL(reply.headers.location, url);
    reply = await request(url, { agent, method: "GET", headers: STEADY }, Buffer.alloc(0));
  }
  const unpack = UNPACK[reply.headers["content-encoding"]];
  return { status: reply.status, body: unpack ? unpack(reply.body) : reply.body };
}

async function request(url, options, body) {
  const one = http.request(url, options);
  if (body.length) one.setHeader("Content-Length", String(body.length));
  one.end(body);
  const [response] = await once(one, "response");
  const { statusCode: status, headers } = response;
  return { status, headers, body: await buffer(response) };
}
