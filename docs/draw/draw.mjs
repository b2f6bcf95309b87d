// Draws every model in bpmn/ as docs/<model>.svg, as Camunda Modeler shows it. Needs Debian's chromium.
//   cd docs/draw && npm ci && npm run draw
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const models = new URL('../../bpmn/', import.meta.url);
const pictures = new URL('../', import.meta.url);
const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
await page.setContent('<div id="canvas" style="width: 3000px; height: 1200px"></div>');
await page.addScriptTag({ path: viewer });

for (const file of readdirSync(models).filter((name) => name.endsWith('.bpmn'))) {
  const xml = readFileSync(new URL(file, models), 'utf8');
  // ModelPictureTest compares it, so that no picture is older than its model
  const drawnFrom = `<!-- drawn from ${file}, SHA-256 ${createHash('sha256').update(xml).digest('hex')} -->\n`;
  const picture = new URL(file.replace('.bpmn', '.svg'), pictures);
  if (existsSync(picture) && readFileSync(picture, 'utf8').includes(drawnFrom)) continue;
  const svg = await page.evaluate(async (model) => {
    const canvas = new BpmnJS({ container: '#canvas' });
    await canvas.importXML(model);
    const picture = await canvas.saveSVG();
    canvas.destroy();
    return picture.svg;
  }, xml);
  const white = svg.replace(/(<svg [^>]*>)/, '$1<rect x="-10000" y="-10000" width="20000" height="20000" fill="white"/>');
  writeFileSync(picture, white.trimEnd() + '\n' + drawnFrom);
}
await browser.close();
