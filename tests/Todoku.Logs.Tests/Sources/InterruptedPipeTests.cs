using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Tests.Sources;

/// <summary>A pipe that says nothing more does not keep what came before from being told.</summary>
public class InterruptedPipeTests
{
    [Fact]
    public void What_a_silent_pipe_gave_is_read_when_the_reading_is_broken_off()
    {
        using var interruption = new CancellationTokenSource();
        using var pipe = new SilentPipe(Encoding.UTF8.GetBytes(Lines.Iso("2026-06-10", 5)), interruption.Cancel);
        var discovery = new LogDiscovery(new FakeTimeProvider(), TimeZoneInfo.Utc) { OpenStandardInput = () => pipe, Interrupted = interruption.Token };
        var observer = new RecordingObserver();

        var summary = new LogReader(observer, new LogReaderOptions { Zone = TimeZoneInfo.Utc, Workers = 2 }).Read(discovery.Find(["-"]), null, interruption.Token);

        Assert.Equal(5, summary.Lines);
    }

    [Fact]
    public void A_pipe_gives_all_it_has_and_its_error()
    {
        var bytes = Encoding.UTF8.GetBytes(Lines.Iso("2026-06-10", 20_000));
        using var stream = new InterruptibleStream(new MemoryStream(bytes), CancellationToken.None);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Lines.ReadAll(stream));

        using var broken = new InterruptibleStream(new BrokenPipe(), CancellationToken.None);
        Assert.Equal("gone", Assert.Throws<IOException>(() => broken.Read(new byte[10])).Message);
    }

    /// <summary>Gives its bytes, then waits for ever, as a program does that has nothing more to say.</summary>
    private sealed class SilentPipe(byte[] bytes, Action silent) : ReadOnlyStream
    {
        private readonly ManualResetEventSlim _closed = new();
        private bool _given;

        public override int Read(Span<byte> buffer)
        {
            if (!_given)
            {
                _given = true;
                bytes.CopyTo(buffer);
                return bytes.Length;
            }
            silent();
            _closed.Wait(TestContext.Current.CancellationToken);
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }

    private sealed class BrokenPipe : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("gone");
    }
}
