using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Dialects;

/// <summary>One plain line on its way through a dialect: its parts, its place, and the events made of it.</summary>
internal readonly ref struct LogLine
{
    /// <summary>The line and where it stands.</summary>
    public required PlacedLine Place { get; init; }

    /// <summary>Its envelope.</summary>
    public required LogEnvelope Envelope { get; init; }

    /// <summary>The mail server's instance, part of the tag.</summary>
    public required ReadOnlySpan<byte> Instance { get; init; }

    /// <summary>Which of the dialect's daemons wrote it; the dialect's own numbers.</summary>
    public required int Daemon { get; init; }

    /// <summary>Hash of host and instance, which queue ids are added to.</summary>
    public required ulong Scope { get; init; }

    /// <summary>Where events go.</summary>
    public required EventList Events { get; init; }

    /// <summary>The text after the tag.</summary>
    public ReadOnlySpan<byte> Text => Envelope.Text;

    /// <summary>Adds an event with all that is common to the line filled in.</summary>
    public ref LogEvent Add(LogEventKind kind)
    {
        ref var added = ref Events.Add();
        added.Kind = kind;
        added.Time = Envelope.Time;
        added.LineStart = Place.ReadStart;
        added.LineLength = Place.Read.Length;
        added.PlainStart = Place.PlainStart;
        added.PlainLength = Place.Plain.Length;
        added.Flags = Place.IsRewritten ? LogEventFlags.Rewritten : LogEventFlags.None;
        added.Host = Cut(Envelope.Host);
        added.Instance = Cut(Instance);
        return ref added;
    }

    /// <summary>Adds an event that belongs to the message of a queue id.</summary>
    public ref LogEvent Add(LogEventKind kind, ReadOnlySpan<byte> queueId)
    {
        ref var added = ref Add(kind);
        added.QueueId = Cut(queueId);
        added.Key = KeyOf(queueId);
        return ref added;
    }

    /// <summary>The key of a queue id of the same host and instance.</summary>
    public ulong KeyOf(ReadOnlySpan<byte> queueId) => Hash64.Of(queueId, Scope);

    /// <summary>The place of a part of the plain line; the parts of an empty span have no place.</summary>
    public Slice Cut(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty) return default;
        var offset = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(Place.Plain), ref MemoryMarshal.GetReference(part));
        return new Slice((ushort)offset, (ushort)part.Length);
    }
}
