# story: the day on which something was said is no day of what happened; a weekday and its date in marks are one day
article a.txt  date=1990-05-18  outlet=Quay Post
  Footbridge falls in Dunby

  The Cadrer footbridge in Dunby fell on Sunday (13 May), and six people died, police said on Friday.

article b.txt  date=1990-05-19  outlet=Morning Wire
  Six die in Dunby

  Six people died when the Cadrer footbridge in Dunby fell on 13 May, a Sunday.

  The engineer Hanna Fymb was arrested on Thursday, according to a statement issued on 18 May.

build

query timeline --columns when,articles
----
13 May 1990 | 2
17 May 1990 | 1
