namespace Todoku.Relay.Operating.Metrics;

/// <summary>Figures of the process, by the names that Prometheus clients have in common.</summary>
internal sealed class ProcessFigures(TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public void Write(PrometheusText text)
    {
        text.CounterOf("process_cpu_seconds_total", Environment.CpuUsage.TotalTime.TotalSeconds, "CPU time that the process used, in seconds.");
        text.GaugeOf("process_resident_memory_bytes", Environment.WorkingSet, "Memory of the process that is in RAM.");
        if (OpenFiles() is { } files) text.GaugeOf("process_open_fds", files, "File descriptors that are open.");
        text.GaugeOf("process_start_time_seconds", _startedAt.ToUnixTimeMilliseconds() / 1000.0, "When the relay started, in seconds since 1970.");
        text.Counter("dotnet_gc_collections_total", "Garbage collections, by the oldest generation that was collected.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
            text.Sample("dotnet_gc_collections_total", GC.CollectionCount(generation), ("generation", $"{generation}"));
        text.CounterOf("dotnet_gc_pause_seconds_total", GC.GetTotalPauseDuration().TotalSeconds, "Time that garbage collections stopped the process.");
        text.CounterOf("dotnet_gc_allocated_bytes_total", GC.GetTotalAllocatedBytes(), "Bytes that were allocated.");
        text.GaugeOf("dotnet_gc_heap_bytes", GC.GetTotalMemory(forceFullCollection: false), "Bytes of the managed heap.");
    }

    private static int? OpenFiles()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
