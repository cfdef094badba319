// Filled by the folder's own work.
