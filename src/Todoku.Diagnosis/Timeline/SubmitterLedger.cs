using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Who handed in how much, in bounded memory: when there are too many, the half with the fewest attempts is dropped.</summary>
internal sealed class SubmitterLedger(int maxSubmitters)
{
    private NameTable<SubmitterRecord> _records = new(maxSubmitters + 1);
    private List<SubmitterRecord> _all = [];

    public IReadOnlyList<SubmitterRecord> All => _all;

    /// <summary>Whether submitters were dropped.</summary>
    public bool WasFull { get; private set; }

    /// <summary>The record of a submitter; null when the log does not tell who it was.</summary>
    public SubmitterRecord? Find(Submitter submitter)
    {
        if (submitter.Kind == SubmitterKind.Unknown) return null;
        Span<byte> buffer = stackalloc byte[256];
        var name = IdentityNotes.Write(submitter, buffer);
        return _records.Find(name) ?? Add(name, submitter.Kind == SubmitterKind.Server);
    }

    private SubmitterRecord Add(ReadOnlySpan<byte> name, bool isServer)
    {
        if (_all.Count >= maxSubmitters) DropHalf();
        var record = new SubmitterRecord(Encoding.UTF8.GetString(name), isServer);
        _all.Add(record);
        _records.Add(name, record);
        return record;
    }

    private void DropHalf()
    {
        WasFull = true;
        _all = [.. _all.OrderByDescending(record => record.Attempts).Take(maxSubmitters / 2)];
        _records = new NameTable<SubmitterRecord>(maxSubmitters + 1);
        foreach (var record in _all) _records.Add(Encoding.UTF8.GetBytes(record.Name), record);
    }
}
