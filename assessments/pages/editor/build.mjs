// Bundles source/ into built/editor.js, gathers the licences of everything that is in it, and notes what it was made from.
import { createHash } from "node:crypto";
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";

const { metafile } = await build({
  entryPoints: ["source/editor.js"],
  outfile: "built/editor.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
});

const packages = Object.keys(metafile.inputs)
  .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
  .filter(Boolean);

const notices = [...new Set(packages)].sort().map(async (name) => {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const licence = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version}\n\n${(await readFile(`${folder}/${licence}`, "utf8")).trim()}\n`;
});
await writeFile("built/LICENCES.txt", (await Promise.all(notices)).join(`\n${"-".repeat(72)}\n\n`));

const made = createHash("sha256");
for (const name of (await readdir("source")).sort()) made.update(await readFile(`source/${name}`));
await writeFile("built/made-from.sha256", `${made.update(await readFile("package-lock.json")).digest("hex")}\n`);
