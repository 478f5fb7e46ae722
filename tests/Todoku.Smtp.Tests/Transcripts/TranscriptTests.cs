using Microsoft.Extensions.Time.Testing;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Tests.Transcripts;

/// <summary>A transcript is bounded and can be shown.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public void Keeps_the_first_lines_and_the_newest()
    {
        var transcript = new Transcript(new FakeTimeProvider());
        for (var i = 0; i < 1000; i++) transcript.Add(TranscriptSide.Client, $"line {i}");

        Assert.Equal(Transcript.MaxFirst + Transcript.MaxLast, transcript.Lines.Count);
        Assert.Equal("line 0", transcript.Lines[0].Text);
        Assert.Equal("line 999", transcript.Lines[^1].Text);
        Assert.Equal(1000 - Transcript.MaxFirst - Transcript.MaxLast, transcript.Dropped);
    }

    [Fact]
    public void Takes_lines_apart_cuts_them_and_shows_no_controls()
    {
        var transcript = new Transcript(new FakeTimeProvider());
        transcript.Add(TranscriptSide.Server, "250-a\r\n250 \u001b[31mb\r\n"u8);
        transcript.Add(TranscriptSide.Client, new string('x', 5000));

        Assert.Equal(["250-a", "250 ?[31mb", new string('x', Transcript.MaxLineLength)], transcript.Lines.Select(line => line.Text));
    }

    [Fact]
    public void A_message_begins_anew_behind_the_opening()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var transcript = new Transcript(time);
        for (var i = 0; i < Transcript.MaxFirst + 2; i++) transcript.Add(TranscriptSide.Server, $"220 {i}");
        transcript.BeginMessage();
        transcript.Add(TranscriptSide.Client, "MAIL FROM:<a@example.com>\r\n"u8);
        var first = transcript.Excerpt();
        transcript.BeginMessage();
        time.Advance(TimeSpan.FromSeconds(90));
        transcript.Add(TranscriptSide.Client, "MAIL FROM:<b@example.com>\r\n"u8);

        Assert.Equal("MAIL FROM:<a@example.com>", first.Lines[^1].Text);
        Assert.Equal("MAIL FROM:<b@example.com>", transcript.Lines[^1].Text);
        Assert.Equal(time.GetUtcNow(), transcript.Lines[^1].Time);
        Assert.Equal(Transcript.MaxFirst + 1, transcript.Lines.Count);
        Assert.Equal(2, transcript.Dropped);
    }
}
