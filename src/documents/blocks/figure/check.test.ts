import { expect, test } from 'vitest';
import { sampleSvg } from '../../testing/sample.ts';
import { checkFigure, emptyPng } from './check.ts';
import { figure } from './model.ts';

const sound = { svg: sampleSvg, alt: '説明', width: 60, height: 20, caption: '図1' };

test('a sound picture passes', () => {
  expect(checkFigure(figure(sound), 170).svg).toBe(sampleSvg);
  expect(checkFigure(figure({ ...sound, png: emptyPng() }), 170).png).toBeDefined();
});

test.each([
  [{ alt: ' ' }, '代替テキスト'],
  [{ width: 171 }, '用紙の幅'],
  [{ height: 0 }, '大きさ'],
  [{ svg: 'text' }, 'SVGが正しくありません'],
  [{ svg: '<svg><image href="https://example.com/a.png"/></svg>' }, '外部の参照'],
  [{ svg: '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg/>' }, '外部の参照'],
  [{ svg: '<svg><script/></svg>' }, '実行できる内容'],
  [{ png: new Uint8Array([1, 2, 3]) }, 'PNG形式'],
])('%o is refused', (change, message) => {
  expect(() => checkFigure(figure({ ...sound, ...change }), 170)).toThrow(message);
});
