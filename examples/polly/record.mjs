// Records with Polly.js. Each recording is written by Polly into a folder of its own and copied
// from there to NAME.har.

import { copyFile, mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { polly, readTask, send } from "./plan.mjs";

// Invented, because measured ones would differ each time: the entries begin a second apart, from
// the example server's date on, and each took this long.
const START = Date.UTC(2023, 10, 14, 22, 13, 20);
const TOOK = 40;

/** Opens every connection to the example server, whatever the host that was asked for. */
function agentTo(proxy) {
  const agent = new http.Agent();
  agent.createConnection = () => net.connect(Number(proxy.port), proxy.hostname);
  return agent;
}

function stopClock(tape) {
  let count = 0;
  tape.server.any().on("beforePersist", (_, entry) => {
    entry.startedDateTime = new Date(START + 1000 * count++).toISOString();
    entry.timings.wait = TOOK;
    entry.time = TOOK;
  });
}

async function record(cassette, task, folder, agent) {
  const tape = polly(cassette.name, folder, { mode: "record" });
  stopClock(tape);
  for (const call of cassette.calls) await send(task.origin, call, agent);
  await tape.stop();
  const written = join(folder, tape.recordingId, "recording.har");
  await copyFile(written, join(task.folder, `${cassette.name}.har`));
}

const task = await readTask();
const agent = agentTo(new URL(task.proxy));
const folder = await mkdtemp(join(tmpdir(), "polly-"));
try {
  for (const cassette of task.cassettes) await record(cassette, task, folder, agent);
} finally {
  await rm(folder, { recursive: true });
}
