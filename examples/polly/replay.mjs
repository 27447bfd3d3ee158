// Sends requests that Polly.js answers from HAR files, never from a network, and prints what a
// client gets: one JSON object a request.

import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { polly, readTask, send } from "./plan.mjs";

const nowhere = new http.Agent();
nowhere.createConnection = () => {
  throw new Error("a replay went to the network");
};

async function reply(call, origin) {
  try {
    const { status, body } = await send(origin, call, nowhere);
    return { status, body: body.toString("base64"), error: "" };
  } catch (error) {
    return { status: 0, body: "", error: error.name };
  }
}

async function replay(cassette, task, folder) {
  const tape = polly(cassette.name, folder, { mode: "replay", recordIfMissing: false });
  const place = join(folder, tape.recordingId);
  await mkdir(place);
  await copyFile(join(task.folder, `${cassette.name}.har`), join(place, "recording.har"));
  for (const call of cassette.calls) console.log(JSON.stringify(await reply(call, task.origin)));
  await tape.stop();
}

const task = await readTask();
const folder = await mkdtemp(join(tmpdir(), "polly-"));
try {
  for (const cassette of task.cassettes) await replay(cassette, task, folder);
} finally {
  await rm(folder, { recursive: true });
}
