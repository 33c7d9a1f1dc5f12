"""Start-up, memory, CPU and planning, measured beside a bare PySide6 window; docs/performance.md tells how."""
