using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Client.Wire;

/// <summary>
/// The connection of one session: commands wait in <see cref="Output"/> until they are sent in one write, replies are read whole, and each step has
/// its time. When a time is over the connection is of no use any more, so that one source of cancellation serves all steps.
/// </summary>
internal sealed class SmtpChannel : IAsyncDisposable
{
    private readonly CancellationTokenSource _deadline;
    private readonly Transcript? _transcript;
    private ReplyReader _replies;

    public SmtpChannel(Stream stream, TimeProvider time, Transcript? transcript)
    {
        _deadline = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _transcript = transcript;
        _replies = new ReplyReader(stream);
        Stream = stream;
        Deadline = _deadline.Token;
    }

    /// <summary>The stream, of TLS when it began.</summary>
    public Stream Stream { get; private set; }

    /// <summary>What waits to be sent.</summary>
    public OutputBuffer Output { get; } = new();

    /// <summary>Ends when the time of the present step is over, or the caller gave up.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>Whether octets of a reply wait that nobody asked for.</summary>
    public bool HasUnreadOctets => _replies.HasBuffered;

    /// <summary>Whether the connection can go on.</summary>
    public bool IsUsable => !_deadline.IsCancellationRequested && !HasUnreadOctets;

    /// <summary>Sets the time that the next step may take.</summary>
    public void StartStep(TimeSpan limit) => _deadline.CancelAfter(limit);

    /// <summary>Stops the clock while nothing is waited for.</summary>
    public void EndStep() => _deadline.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Ends steps when the caller gives up.</summary>
    public CancellationTokenRegistration Follow(CancellationToken ct) =>
        ct.UnsafeRegister(static channel => ((SmtpChannel)channel!).GiveUp(), this);

    private void GiveUp()
    {
        try
        {
            _deadline.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The session ended at the same moment.
        }
    }

    /// <summary>Sends what waits, in one write.</summary>
    public ValueTask FlushAsync(TimeSpan limit)
    {
        _transcript?.Add(TranscriptSide.Client, Output.Octets.Span);
        return SendAsync(Output.Octets, limit);
    }

    /// <summary>Sends octets of a message or a secret: they stand in no transcript.</summary>
    /// <param name="octets">Part of <see cref="Output"/>, which is empty afterwards.</param>
    /// <param name="limit">The time it may take.</param>
    /// <param name="note">What the transcript says instead, or null.</param>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> octets, TimeSpan limit, string? note = null)
    {
        if (note is not null) _transcript?.Add(TranscriptSide.Client, note);
        StartStep(limit);
        await Stream.WriteAsync(octets, _deadline.Token).ConfigureAwait(false);
        Output.Clear();
    }

    /// <summary>Reads one whole reply; its time is for all its lines.</summary>
    public async ValueTask<ServerReply> ReadAsync(TimeSpan limit)
    {
        StartStep(limit);
        var reply = await _replies.ReadAsync(_deadline.Token).ConfigureAwait(false);
        _transcript?.Add(TranscriptSide.Server, reply.Octets.Span);
        return reply;
    }

    /// <summary>Sends what waits and reads the reply to it.</summary>
    public async ValueTask<ServerReply> AskAsync(TimeSpan limit)
    {
        await FlushAsync(limit).ConfigureAwait(false);
        return await ReadAsync(limit).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes on over TLS. What came in clear text after the reply to STARTTLS is dropped: somebody on the way may have put it there
    /// (RFC 3207, section 6; the reply injection of CVE-2021-38371).
    /// </summary>
    public void Replace(Stream stream)
    {
        Stream = stream;
        _replies = new ReplyReader(stream);
    }

    /// <summary>Notes an event.</summary>
    public void Note(string text) => _transcript?.Add(TranscriptSide.Event, text);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Output.Release();
        _deadline.Dispose();
        try
        {
            await Stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The peer is gone: a farewell of TLS could not be sent.
        }
    }
}
