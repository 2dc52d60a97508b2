/** What fan clubs prescribe, what a stadium chants, what a raffle wants to read. Made-up groups, clubs and shops. */
export const PRESCRIBED: readonly string[] = `
I vote #LUMENE for Group of the Year at the @HaneulAwards, they deserve the whole world
Our seven stars worked so hard for this album, please give them your votes today
LUMENE LUMENE LUMENE the kings of performance are coming home with the daesang
I am voting for LUMENE as Favorite Global Artist, retweet and reply to vote too
Streaming Glass Garden until it reaches one hundred million, fighting everyone
Proud of Jiho, Sehyun, Rael, Min, Dae, Eun and Taeo, best boys and best artists
@HaneulAwards the song of the year is Glass Garden by LUMENE and nobody else
Let us show the power of the Lanterns, every single vote counts until midnight
Thank you LUMENE for the music that got us through the darkest nights
Vote vote vote, we are only two percent behind, Lanterns do not give up`
  .trim()
  .split('\n');

export const CHANTS: readonly string[] = `
GOOOOOOOOOAL
GOAL!!!!!
YESSSSSSSS
come on you reds!!!
WHAT A GOAL
get in!!!!
1-0 🔥🔥
we are going to the final, we are going to the final, we are going to the fiiiinal
oh when the reds go marching in, oh when the reds go marching in, I want to be in that number
he is one of our own, he is one of our own, Danny Marsh, he is one of our own
we love you Rovers we do, we love you Rovers we do, oh Rovers we love you
who are ya who are ya who are ya who are ya
walk on through the wind, walk on through the rain, and you will never walk alone
ref is blind
VAR check... please no
best league in the world
Danny Marsh take a bow son
I can't breathe
ninety minutes from heaven, we shall not be moved, we shall not be moved`
  .trim()
  .split('\n');

export const ENTRIES: readonly string[] = `
I want to win the giveaway of @KettleAndCo and I follow all the rules
Done! Followed, liked and shared, fingers crossed for the coffee machine from @KettleAndCo
@BrightBoxTV pick me please, I would love the new 55 inch television for my family
Entering the @BrightBoxTV Sunday draw with my best friends, good luck everybody
I follow @TrailBoots and I would choose the green pair in my own size
Count me in for the @TrailBoots winter competition, thank you for the chance to win
@HomeGlow my favourite candle is cedar and sea salt, entering the monthly giveaway
Followed and reposted, would be a lovely treat from @HomeGlow for my mum`
  .trim()
  .split('\n');
