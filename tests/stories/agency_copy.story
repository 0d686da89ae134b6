# story: one agency text in two papers, and a report of one's own: three articles, two origins
article wire.txt  date=2024-06-11  outlet=Meridian Wire
  VALE, June 11 (Meridian Wire) — The roof of the market hall in Vale came down on Monday night, and nobody was hurt because the stalls had closed an hour before, the fire service said.

  The hall was built in 1931 and has been used by forty traders, who will now move to the school yard until a new roof is found, the town said on Tuesday.

article ledger.txt  date=2024-06-12  outlet=Vale Ledger
  The roof of the market hall in Vale came down on Monday night, and nobody was hurt because the stalls had closed an hour before, the fire service said.

  The hall was built in 1931 and has been used by forty traders, who will now move to the school yard until a new roof is found, the town said on Tuesday.

article own.txt  date=2024-06-12  outlet=Orra Post
  Our reporter stood in the dust of the market hall on Tuesday. It smelled of wet lime, and a clock still ticked.

build

query reuse --columns a_article,b_article,class
----
wire.txt | ledger.txt | agency

query timeline --columns when,articles,origins
----
1931 | 2 | 1
10 Jun 2024 | 2 | 1
11 Jun 2024 | 3 | 2
