// Draws the Vega-Lite specification in the first file, and writes what came of it to the second.
import { readFileSync, writeFileSync } from 'node:fs';
import * as vega from 'vega';
import { compile } from 'vega-lite';

const [input, output] = process.argv.slice(2);
const spec = JSON.parse(readFileSync(input, 'utf8'));
const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
await view.runAsync();

// A layer, or a whole chart, named "x" is a group of marks named "x_marks", whose parts are what a person sees.
const marks = {};
for (const layer of spec.layer ?? [spec]) {
  const count = (items) => items.reduce((sum, item) => sum + (item.name === `${layer.name}_marks` ? item.items.length
    : (item.items ? count(item.items) : 0)), 0);
  marks[layer.name] = count([view.scenegraph().root]);
}
writeFileSync(output, JSON.stringify({ svg: await view.toSVG(), rows: view.data(spec.data.name).length, marks }));
view.finalize();
