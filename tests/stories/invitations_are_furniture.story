# story: two papers share a sentence, and an invitation inside of their own paragraphs; only the sentence is copied
article ledger.txt  date=2024-06-11  outlet=Vale Ledger
  The sluice gate at the old tannery jammed half open on Monday, and the allotments along the brook stood under water by noon, the water board said.

  Two gardeners carried their bees to the road in the rain. Want more of the brook delivered straight to your inbox? Sign up for Brook Notes, our newsletter, here. A third had sold his hives in spring and watched from the bridge.

article post.txt  date=2024-06-12  outlet=Orra Post
  The hens of the tanner were fetched by boat before dark. Want more of the brook delivered straight to your inbox? Sign up for Brook Notes, our newsletter, here. Nobody had thought of the goat.

  The sluice gate at the old tannery jammed half open on Monday, and the allotments along the brook stood under water by noon, the water board said.

build

query reuse --columns a_article,b_article,class,words
----
ledger.txt | post.txt | copy | 27

query reuse --class furniture --columns a_article,b_article,words
----
ledger.txt | post.txt | 18
