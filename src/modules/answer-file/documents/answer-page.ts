/** One HTML file that asks the whole form and needs nothing but a browser. */
import { createHash } from 'node:crypto';
import type { PageData } from '../page/data.ts';
import { words } from '../page/words.ja.ts';
import { pageScript } from '../page/script.ts';
import { UNIT_LABELS } from './frame.ts';
import { pageStyle } from './page-style.ts';

/** The file. Its policy lets it run its own script and nothing else, and reach no address. */
export async function answerPage(data: PageData): Promise<string> {
  const script = safeInScript(await pageScript());
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(pageStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const fact = (term: string, value: string): string =>
    value === '' ? '' : `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${data.title}（${data.respondentName}）`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#questions">${words.top}</a>
<header>
<h1>${escaped(data.title)}</h1>
<dl class="facts">
${fact(UNIT_LABELS[data.unit], data.respondentName)}
${fact(words.number, data.number)}
${fact(words.due, data.due)}
${fact(words.respondent, data.form.respondent)}
${fact(words.message, data.message)}
</dl>
<p>${escaped(data.form.introduction)}</p>
<p>${words.intro}${words.steps}</p>
<noscript><p class="problem">この回答票はスクリプトを使います。ブラウザの設定でスクリプトを許可して開き直すか、Excel又は紙の回答票を使ってください。</p></noscript>
</header>
<main>
<div id="questions" tabindex="-1"></div>
<div id="problems" class="box wrong" hidden></div>
<section aria-labelledby="actions-title">
<h2 id="actions-title">${words.actions}</h2>
<div id="actions"></div>
</section>
<div id="result" class="box" hidden></div>
</main>
<div class="bar" id="bar"><p id="progress"></p><p id="status" role="status"></p></div>
<script type="application/json" id="data">${jsonForPage(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Nothing in the data ends the element that holds it. */
const jsonForPage = (data: PageData): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** The script is ours; still, no text in it may end its element. */
const safeInScript = (script: string): string =>
  script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
