"""The navigation: queues and saved views with their counts, and how the desk stands."""
