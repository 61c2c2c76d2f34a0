/** The look of the HTML sheet: readable at 320 px and at twice the size, clear focus, enough contrast, no picture, no font file. */
export const pageStyle = `
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; scroll-padding: 1rem 0 6rem; }
body { margin: 0; color: #1a1a1c; background: #fff; font: 1rem/1.7 "BIZ UDPGothic", "Yu Gothic UI", "Meiryo", "Hiragino Sans", sans-serif; overflow-wrap: anywhere; }
header, main, .bar { max-width: 56rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; line-height: 1.5; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid #00118f; }
p { margin: 0.5rem 0; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.25rem 1rem; margin: 1rem 0; }
.facts dt { color: #4d4d4d; }
.facts dd { margin: 0; }
.item { border-top: 1px solid #949494; padding: 1.25rem 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; scroll-margin-top: 1rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend, .field > label, .name { display: block; font-weight: 700; padding: 0; margin-bottom: 0.25rem; }
.explanation, .rows { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
.explanation:not(:has(> :not([hidden]))) { display: none; }
fieldset.row { border: 1px solid #949494; border-radius: 0.5rem; padding: 0.75rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
fieldset.row > legend { padding: 0 0.5rem; }
.choices { display: grid; }
.choices.row { display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
.choice { display: flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: #00118f; }
.choice label { padding: 0.5rem 0; flex: 1; }
.hint { color: #4d4d4d; margin: 0 0 0.25rem; font-size: 0.9375rem; }
.line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; }
input[type=text], textarea, select { font: inherit; color: inherit; background: #fff; border: 1px solid #626264; border-radius: 0.5rem; padding: 0.5rem 0.75rem; min-height: 2.75rem; max-width: 100%; }
input[type=text] { width: 24rem; }
input[inputmode=numeric] { width: 9rem; text-align: end; }
textarea { width: 100%; }
[aria-invalid=true] { border: 2px solid #ce0000; }
input[type=file] { font: inherit; width: 100%; min-height: 2.75rem; }
ul.files { margin: 0; padding: 0; list-style: none; }
ul.files li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; }
#actions > * { max-width: 100%; }
button { font: inherit; min-height: 2.75rem; padding: 0.375rem 1rem; border: 1px solid #00118f; border-radius: 0.5rem; background: #fff; color: #00118f; cursor: pointer; justify-self: start; }
button:hover { background: #e8f1fe; }
button.main { background: #00118f; color: #fff; font-weight: 700; }
button.main:hover { background: #000060; }
button.quiet { border-color: transparent; text-decoration: underline; padding: 0.375rem 0; }
a { color: #00118f; display: inline-block; padding: 0.5rem 0; }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; background-color: #ffe380; color: #000; }
details { border-left: 4px solid #c5d7fb; padding-left: 0.75rem; }
summary { min-height: 2.75rem; padding: 0.5rem 0; cursor: pointer; color: #00118f; }
dl { margin: 0; }
dt { font-weight: 700; }
dd { margin: 0 0 0.5rem; }
.problem { color: #ce0000; font-weight: 700; margin: 0; }
.problem:empty { display: none; }
.box { border: 2px solid #00118f; border-radius: 0.5rem; padding: 0 1rem 1rem; margin: 1rem 0; }
.box.wrong { border-color: #ce0000; }
.box h2 { border: 0; margin-top: 1rem; }
.box ul { margin: 0; padding-left: 1.25rem; }
#actions { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; justify-items: start; }
.bar { position: sticky; bottom: 0; background: #fff; border-top: 1px solid #949494; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; padding-top: 0.25rem; padding-bottom: 0.25rem; font-size: 0.9375rem; }
.bar p { margin: 0; }
@media (max-width: 40rem) { html { scroll-padding-bottom: 10rem; } }
@media (max-height: 30rem) { .bar { position: static; } }
@media print { .bar, #actions, .skip { display: none; } .item { break-inside: avoid; } }
`;
