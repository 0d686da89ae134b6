# story: two tellings of one text side by side: what was changed, what stands in one of them only
article post.txt  date=2024-06-11  outlet=Orra Post
  The ferry at Orra stays closed

  The ferry at Orra will stay closed until the end of the month, because the rope that holds it was worn through in three places, the town said on Tuesday.

  The ferry master has written to the county twice.

article ledger.txt  date=2024-06-12  outlet=Vale Ledger
  No ferry before July

  The ferry at Orra will stay closed until the end of July, because the rope that holds it was worn through in four places, the town said on Tuesday.

  A bus goes to the other bank every hour.

build

query compare post.txt ledger.txt --columns kind,words,class,direction,edits,changes
----
only a | 13 |  |  |  |
only b | 11 |  |  |  |
shared | 27 | copy | a->b | 2 | 'the month' → 'July'; 'three' → 'four'
only a | 9 |  |  |  |
only b | 9 |  |  |  |

# The other way round the changes are read the other way.
query compare ledger.txt post.txt --columns kind,direction,changes
----
only a |  |
only b |  |
shared | b->a | 'July' → 'the month'; 'four' → 'three'
only a |  |
only b |  |

refuse compare post.txt post.txt
----
the same article

refuse compare post.txt nobody.txt
----
no article 'nobody.txt'
fabula articles
