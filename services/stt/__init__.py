"""Speech to text on :8011: hears short commands, says nothing when nothing was said."""
