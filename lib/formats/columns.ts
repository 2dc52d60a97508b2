/** Which column of a table is which field: guessed from the names that tools and people use, changed by whoever knows better. */
import { type Field, fields } from './row-fields';

/** Names in lower case, without anything but letters and digits. A field's first name is the best guess. */
const names: { readonly [Name in Field]: readonly string[] } = {
  postId: ['idstr', 'tweetid', 'tweetidstr', 'postid', 'statusid', 'twitterid', 'objectid', 'id'],
  url: ['statusurl', 'tweeturl', 'posturl', 'permalink', 'twitterurl', 'url', 'link'],
  authorId: ['authorid', 'fromuseridstr', 'fromuserid', 'useridstr', 'userid', 'accountid', 'userdatarestid', 'fromid'],
  handle: [
    'handle',
    'fromuser',
    'screenname',
    'userscreenname',
    'username',
    'authorhandle',
    'authorusername',
    'fromusername',
    'account',
    'author',
    'user',
    'twitterhandle',
  ],
  name: [
    'displayname',
    'userdisplayname',
    'authorname',
    'userfullname',
    'authorfullname',
    'fullname',
    'name',
    'fromusername',
  ],
  time: [
    'createdat',
    'timestamp',
    'timeasgiven',
    'tweetcreatedat',
    'time',
    'datetime',
    'date',
    'parsedcreatedat',
    'publishedat',
    'timestampshare',
    'postdate',
    'posted',
  ],
  wallTime: [],
  text: ['text', 'fulltext', 'tweettext', 'tweet', 'content', 'body', 'message', 'posttext'],
  lang: ['lang', 'language', 'tweetlang'],
  client: ['client', 'source', 'app', 'tweetsource', 'device', 'via'],
  links: ['links', 'urls', 'expandedurls', 'entitiesurls'],
  hashtags: ['hashtags', 'tags'],
  mentions: ['mentions', 'usermentions', 'mentionednames'],
  conversationId: ['conversationid', 'threadid', 'conversationidstr'],
  replyToPost: ['replytopost', 'inreplytostatusidstr', 'inreplytostatusid', 'inreplyto', 'inreplytotweetid', 'replyto'],
  replyToAccount: ['replytoaccount', 'inreplytouseridstr', 'inreplytouserid'],
  quoteOf: ['quoteof', 'quotedstatusid', 'quotedstatusidstr', 'quotedstatus', 'quotetweetid'],
  repostOf: ['repostof', 'retweetedstatusid', 'retweetedstatusidstr', 'retweetedstatus', 'retweetid', 'retweetof'],
  pages: ['pages'],
  createdAt: ['usercreatedat', 'authorcreatedat', 'accountcreatedat', 'usercreated', 'joined', 'userjoined'],
  followers: ['userfollowerscount', 'followers', 'followerscount', 'authorfollowers', 'userfollowers'],
  following: ['userfriendscount', 'following', 'friendscount', 'followingcount', 'authorfollowing', 'userfriends'],
  posts: ['userstatusescount', 'statusescount', 'tweetcount', 'authorposts', 'numposts'],
  bio: ['bio', 'userdescription', 'description', 'authorbio', 'authordescription'],
  location: ['userlocation', 'location', 'authorlocation'],
  avatarUrl: ['profileimageurl', 'avatar', 'avatarurl', 'authoravatarurl', 'profileimageurlhttps'],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export type Columns = Readonly<Record<string, Field>>;

/** Each field once, each column at most once, the best names first. */
export function guessColumns(header: readonly string[]): Columns {
  const guessed = new Map<string, Field>();
  for (const field of fields) {
    for (const name of names[field]) {
      const column = header.find((one) => plain(one) === name && !guessed.has(one));
      if (column === undefined) continue;
      guessed.set(column, field);
      break;
    }
  }
  return Object.fromEntries(guessed);
}

/** What a table needs to be read at all, and what of it is missing. */
export function missingFields(columns: Readonly<Record<string, string>>): readonly (readonly Field[])[] {
  const there = new Set(Object.values(columns));
  const needed: readonly (readonly Field[])[] = [['text'], ['handle', 'authorId', 'url'], ['time', 'postId', 'url']];
  return needed.filter((choice) => !choice.some((field) => there.has(field)));
}
