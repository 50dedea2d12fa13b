#pragma once

/// How many blocks this process has allocated so far. The functions of malloc are replaced by ones that count.
unsigned long allocation_count(void);
