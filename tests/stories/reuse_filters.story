# story: shared passages by class, outlet and length, the longest first
article post-1.txt  date=2024-06-11  outlet=Orra Post
  The ferry at Orra

  The ferry at Orra will stay closed until the end of the month, because the rope that holds it was worn through in three places, the town said on Tuesday.

article post-2.txt  date=2024-06-14  outlet=Orra Post
  Still no ferry

  As the Orra Post wrote, the rope that holds it was worn through in three places, the town said on Tuesday.

article ledger.txt  date=2024-06-12  outlet=Vale Ledger
  No ferry before July

  The ferry at Orra will stay closed until the end of the month, because the rope that holds it was worn through in four places, the town said on Tuesday.

build

query reuse --columns words,class,a_article,b_article,edits
----
29 | copy | post-1.txt | ledger.txt | 1
16 | self | post-1.txt | post-2.txt | 0
15 | copy | ledger.txt | post-2.txt | 1

query reuse --class self --columns words
----
16

query reuse --class self,copy --outlet vale --min-words 16 --columns words
----
29

query reuse --class all --article post-2 --columns words
----
16
15

refuse reuse --class theft
----
'theft' is no class of shared passages
common-source

refuse reuse --outlet Lund
----
no outlet 'Lund'
