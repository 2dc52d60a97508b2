/** Labels given in the page: by key on the post that X's own keys have come to, and from the card; and taken back. */
import { labelTitle } from '@/components/label-title';
import type { Words } from '@/components/words';
import type { DeskSettings } from '@/lib/desk-settings';
import type { Retracted } from '@/lib/messages';
import { focusedArticle, readArticle } from '@/lib/sites/x/anchors';
import type { Background } from './connect';
import type { Toast } from './toast';

/** `waiting`: the log does not know the account yet; it is kept as soon as it does. */
export type Labelled = 'kept' | 'waiting' | 'failed';

export interface LabellingOptions {
  readonly document: Document;
  readonly words: Words;
  readonly desk: () => DeskSettings;
  readonly background: Background;
  readonly toast: Toast;
  /** The screen shows labels: they have changed. */
  readonly onChange: () => void;
}

export interface Labelling {
  readonly label: (handle: string, value: string, note: string, postId: string | undefined) => Promise<Labelled>;
  readonly labelFocused: (value: string) => Promise<void>;
  /** Takes back this label, or the last that was given. @returns whether it is taken back */
  readonly takeBack: (id?: string) => Promise<boolean>;
}

export function createLabelling({ document, words, desk, background, toast, onChange }: LabellingOptions): Labelling {
  const titleOf = (value: string) => labelTitle(words, value, desk().codebook);

  async function send(handle: string, value: string, note: string, postId: string | undefined) {
    const about = { handle, value, note, atMs: Date.now() };
    const kept = await background.ask('label', postId === undefined ? about : { ...about, postId });
    onChange();
    return kept;
  }
  const outcome = (kept: Awaited<ReturnType<typeof send>>): Labelled =>
    kept === undefined ? 'failed' : 'accountId' in kept ? 'kept' : 'waiting';

  function sayTakenBack({ value, handle }: Retracted): void {
    const title = titleOf(value);
    toast.show(handle === undefined ? words.say('tag_undoneNobody', title) : words.say('tag_undone', handle, title));
  }
  const takeBack: Labelling['takeBack'] = async (id) => {
    try {
      const about = { atMs: Date.now() };
      const taken = await background.send('retract', id === undefined ? about : { ...about, id });
      // The messaging carries no `undefined` in some browsers: it comes as null.
      if (taken) sayTakenBack(taken);
      else toast.show(words.say('tag_nothingToUndo'));
      onChange();
      return Boolean(taken);
    } catch {
      toast.show(words.say('tag_notUndone'));
      return false;
    }
  };

  return {
    label: async (...about) => outcome(await send(...about)),
    takeBack,
    async labelFocused(value) {
      const article = focusedArticle(document);
      const post = article && readArticle(article);
      if (post === undefined) return toast.show(words.say('toast_noPost'));
      const kept = await send(post.handle, value, '', post.postId);
      if (kept === undefined) return toast.show(words.say('toast_failed', post.handle));
      toast.show(words.say(outcome(kept) === 'kept' ? 'toast_labelled' : 'tag_waiting', post.handle, titleOf(value)), {
        title: words.say('tag_undo'),
        onPress: () => void takeBack(kept.id),
      });
    },
  };
}
