using System.Buffers;
using Todoku.Logs.Dialects;
using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Reading;

/// <summary>Turns the lines of a block into events. One for each thread: it remembers what neighbouring lines share.</summary>
internal sealed class BlockParser
{
    /// <summary>Longer lines are cut: Postfix writes at most 2,000 bytes, wrapped in JSON perhaps twice that.</summary>
    public const int MaxLineLength = ushort.MaxValue;

    private readonly EnvelopeReader _envelopes = new();
    private readonly LineUnwrapper _unwrapper = new(LineFormats.All);
    private readonly PartialLines _parts = new();
    private readonly ProgramCache _programs = new();
    private byte[] _lastHost = [];
    private byte[] _lastInstance = [];
    private ulong _lastScope;

    /// <summary>Parses all lines of a block.</summary>
    public void Parse(LogBlock block)
    {
        var at = 0;
        var index = 0;
        while (at < block.Length)
        {
            var rest = block.Buffer.AsSpan(at, block.Length - at);
            var end = rest.IndexOf((byte)'\n');
            var length = end < 0 ? rest.Length : end;
            block.Counts.Lines++;
            ParseLine(block, at, rest[..length], index++);
            at += length + 1;
        }
        while (_parts.TryTakeLeftover(out var parts, out var start, out var length))
        {
            var line = block.Buffer.AsSpan(start, length);
            TryRewrite(block, new PlacedLine { Read = line, ReadStart = start, Plain = line, PlainStart = start }, parts, index);
        }
    }

    private void ParseLine(LogBlock block, int at, ReadOnlySpan<byte> line, int index)
    {
        if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
        if (line.Length > 0 && line[0] == 0) // left by a crash before the first line after it
        {
            var trimmed = line.TrimStart((byte)0);
            at += line.Length - trimmed.Length;
            line = trimmed;
        }
        if (line.IsEmpty) return;
        if (line.Length > MaxLineLength)
        {
            block.Counts.Long++;
            line = line[..MaxLineLength];
        }
        var placed = new PlacedLine { Read = line, ReadStart = at, Plain = line, PlainStart = at };
        if (_envelopes.TryRead(line, out var envelope)) Read(block, placed, envelope, index);
        else if (_parts.TryJoin(line, at, out var whole) && whole.IsEmpty) return;
        else if (!TryRewrite(block, placed, whole.IsEmpty ? line : whole, index) && DeliveryLook.Is(line)) Count(block, LineOutcome.DeliveryNotUnderstood, placed, default);
    }

    // A wrapped line, put together from its parts if it was cut: its plain form is kept in the side buffer of the block.
    private bool TryRewrite(LogBlock block, in PlacedLine placed, ReadOnlySpan<byte> wrapped, int index)
    {
        if (!_unwrapper.TryUnwrap(wrapped, out var unwrapped)) return false;
        if (unwrapped.Length > MaxLineLength) unwrapped = unwrapped[..MaxLineLength];
        var start = block.Side.Length;
        block.Side.Write(unwrapped);
        var plain = block.Side.Written[start..];
        if (!_envelopes.TryRead(plain, out var envelope))
        {
            block.Side.CutTo(start);
            return false;
        }
        var rewritten = new PlacedLine { Read = placed.Read, ReadStart = placed.ReadStart, Plain = plain, PlainStart = start, IsRewritten = true };
        Read(block, rewritten, envelope, index);
        return true;
    }

    private void Read(LogBlock block, in PlacedLine placed, LogEnvelope envelope, int index)
    {
        if (index < block.LineTimes.Count) envelope = WithTime(envelope, block.LineTimes[index]);
        var program = _programs.Find(envelope.Program);
        if (program.Dialect is not { } dialect)
        {
            // A program of another name may still log deliveries (a renamed syslog tag): a mail line that was not understood.
            if (DeliveryLook.Is(envelope.Text)) Count(block, LineOutcome.DeliveryNotUnderstood, placed, envelope);
            return;
        }
        var instance = envelope.Program[..program.InstanceLength];
        var line = new LogLine
        {
            Place = placed,
            Envelope = envelope,
            Instance = instance,
            Daemon = program.Daemon,
            Scope = ScopeOf(envelope.Host, instance),
            Events = block.Events,
        };
        Count(block, ReadSafely(block, dialect, line), placed, envelope);
    }

    // A line that trips a parser must not take the rest of the log with it. The fuzz tests want the count of these to be zero.
    private static LineOutcome ReadSafely(LogBlock block, ILogDialect dialect, in LogLine line)
    {
        var events = block.Events.Count;
        try
        {
            return dialect.Read(line);
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            block.Events.CutTo(events);
            block.Counts.Faults++;
            return DeliveryLook.Is(line.Text) ? LineOutcome.DeliveryNotUnderstood : LineOutcome.NotUnderstood;
        }
    }

    private static LogEnvelope WithTime(LogEnvelope envelope, LogTime time) => new()
    {
        Time = time,
        Host = envelope.Host,
        Program = envelope.Program,
        Text = envelope.Text,
    };

    private ulong ScopeOf(ReadOnlySpan<byte> host, ReadOnlySpan<byte> instance)
    {
        if (host.SequenceEqual(_lastHost) && instance.SequenceEqual(_lastInstance)) return _lastScope;
        if (!host.SequenceEqual(_lastHost)) _lastHost = host.ToArray();
        if (!instance.SequenceEqual(_lastInstance)) _lastInstance = instance.ToArray();
        _lastScope = QueueScope.Of(host, instance);
        return _lastScope;
    }

    private static void Count(LogBlock block, LineOutcome outcome, in PlacedLine placed, in LogEnvelope envelope)
    {
        if (outcome == LineOutcome.Foreign) return;
        block.Counts.Mail++;
        var delivery = outcome is LineOutcome.Delivery or LineOutcome.DeliveryNotUnderstood;
        if (delivery) block.Counts.Delivery++;
        if (outcome is LineOutcome.Understood or LineOutcome.Delivery)
        {
            block.Counts.Understood++;
            if (delivery) block.Counts.UnderstoodDelivery++;
            return;
        }
        var line = new LogLine { Place = placed, Envelope = envelope, Instance = default, Daemon = 0, Scope = 0, Events = block.Events };
        ref var added = ref line.Add(LogEventKind.NotUnderstood);
        added.Name = line.Cut(envelope.Program);
    }
}
