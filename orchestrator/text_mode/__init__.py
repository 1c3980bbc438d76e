"""The text mode in a terminal: prompt_toolkit for the keyboard, rich for the page. Says and shows; decides nothing."""
