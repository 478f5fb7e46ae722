using System.Net;
using Todoku.Web.Tests.Intake;

namespace Todoku.Web.Tests.Metrics;

/// <summary>What Prometheus reads, over a real connection from a whole relay.</summary>
public sealed class MetricsDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_are_in_the_format_and_count_what_happened()
    {
        await using var world = await ApiWorld.OpenAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://{world.MetricsPlace}/") };
        (await world.PostAsync("""{"from":"info@shop.example","to":["a@example.net","b@example.org"],"subject":"Hi","text":"hello"}""")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.PostAsync("""{"from":"info@shop.example","to":["nobody@mail.example.com"],"subject":"Hi","text":"hello"}""")).StatusCode);

        using var answer = await client.GetAsync(new Uri("metrics", UriKind.Relative), Ct);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var figures = PrometheusReader.Read(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(2, figures["todoku_queue_entries{state=due}"]);
        Assert.Equal(2, figures["todoku_queue_lanes"]);
        Assert.Equal(1, figures["todoku_queue_writable"]);
        Assert.Equal(1, figures["todoku_intake_accepted_messages_total{door=http}"]);
        Assert.Equal(1, figures["todoku_intake_refusals_total{door=http}"]);
        Assert.Equal(0, figures["todoku_intake_accepted_messages_total{door=smtp}"]);
        Assert.InRange(figures["todoku_queue_oldest_age_seconds"], 0, 600);
        foreach (var name in new[] { "todoku_queue_disk_free_bytes", "process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds", "process_start_time_seconds", "dotnet_gc_heap_bytes" })
            Assert.True(figures[name] > 0, name);
    }

    [Theory]
    [InlineData("GET", "", HttpStatusCode.NotFound)]
    [InlineData("GET", "metrics/x", HttpStatusCode.NotFound)]
    [InlineData("POST", "metrics", HttpStatusCode.MethodNotAllowed)]
    public async Task There_is_nothing_else(string method, string address, HttpStatusCode status)
    {
        await using var world = await ApiWorld.OpenAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://{world.MetricsPlace}/") };

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Ct);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public void The_table_of_the_documentation_names_each_figure()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "relay-metrics.md"));
        var source = File.ReadAllText(Path.Combine(Root(), "src", "Todoku.Relay", "Operating", "Metrics", "RelayMetrics.cs"));

        var names = source.Split('"').Where(text => text.StartsWith("todoku_", StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)).ToList();

        Assert.True(names.Count > 15);
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Todoku.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
