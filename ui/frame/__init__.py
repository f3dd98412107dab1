"""What surrounds the panes: header bar, banners, toasts, the bell, and the window for a desk that cannot be opened."""
