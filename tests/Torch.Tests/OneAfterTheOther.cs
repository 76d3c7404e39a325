// The default generator, the number of threads and the pool of memory are the process's own:
// tests that seed or measure them cannot run beside others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
