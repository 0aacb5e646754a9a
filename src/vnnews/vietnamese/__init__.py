"""Vietnamese: recognise what has one right English form."""
