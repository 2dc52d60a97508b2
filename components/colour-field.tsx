/** A label's colour: one of those that stand out on every ground, or another that does. */
import { useState } from 'preact/hooks';
import { paleOn, palette } from '@/lib/colours';
import { LabelMark } from './label-mark';
import type { Words } from './words';

interface ColourFieldProps {
  readonly name: string;
  readonly colour: string;
  readonly words: Words;
  readonly onChange: (colour: string) => void;
}

export function ColourField({ name, colour, words, onChange }: ColourFieldProps) {
  const [problem, setProblem] = useState<string>();
  function choose(next: string): void {
    const pale = paleOn(next);
    setProblem(
      pale && words.say(pale.ground === 'light' ? 'opt_paleLight' : 'opt_paleDark', next, words.figure(pale.contrast)),
    );
    if (!pale) onChange(next);
  }
  const isOwn = !palette.some((one) => one === colour);
  return (
    <fieldset class="colours">
      <legend>{words.say('opt_colour')}</legend>
      <div class="row">
        {palette.map((one) => (
          <label key={one} class="swatch">
            <input
              type="radio"
              name={`colour ${name}`}
              checked={colour === one}
              aria-label={one}
              onChange={() => choose(one)}
            />
            <LabelMark colour={one} size={20} />
          </label>
        ))}
        <label class={isOwn ? 'swatch own is-own' : 'swatch own'}>
          <input
            type="color"
            value={colour}
            aria-label={words.say('opt_ownColour')}
            onChange={(event) => choose(event.currentTarget.value.toLowerCase())}
          />
        </label>
      </div>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
