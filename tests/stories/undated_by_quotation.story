# story: words that others quote with their day date an article, a date to come does from the other side
article post.txt  date=2024-05-15
  The ferry at Marl

  "We warned them three times last year and nobody ever came to look," said Maria Silva, the captain, on Monday.

article echo.txt
  The ferry, again

  "We warned them three times last year and nobody ever came to look," said Maria Silva on Monday.

article note.txt
  What is left

  The hull of the ferry will be raised on 30 June 2024. It was found on 12 May 2024.

build

query dates --columns article,basis,candidate
----
echo.txt | inferred | 13–19 May 2024
note.txt | inferred | 12 May – 30 Jun 2024
post.txt | stated | 15 May 2024
