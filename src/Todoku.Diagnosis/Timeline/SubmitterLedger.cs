using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Who handed in how much, in bounded memory: when there are too many, the half with the fewest attempts is dropped.</summary>
internal sealed class SubmitterLedger(int maxSubmitters)
{
    private NameTable<SubmitterRecord>[] _byKind = Tables(maxSubmitters);
    private List<SubmitterRecord> _all = [];

    public IReadOnlyList<SubmitterRecord> All => _all;

    /// <summary>Whether submitters were dropped.</summary>
    public bool WasFull { get; private set; }

    /// <summary>The record of a submitter; null when the log does not tell who it was.</summary>
    public SubmitterRecord? Find(Submitter submitter)
    {
        if (submitter.Kind == SubmitterKind.Unknown) return null;
        return _byKind[(int)submitter.Kind].Find(submitter.Name) ?? Add(submitter);
    }

    private SubmitterRecord Add(Submitter submitter)
    {
        if (_all.Count >= maxSubmitters) DropHalf();
        Span<byte> buffer = stackalloc byte[256];
        var shown = Encoding.UTF8.GetString(IdentityNotes.Write(submitter, buffer));
        var record = new SubmitterRecord(shown, submitter.Kind, submitter.Name.ToArray());
        _all.Add(record);
        _byKind[(int)submitter.Kind].Add(submitter.Name, record);
        return record;
    }

    private void DropHalf()
    {
        WasFull = true;
        _all = [.. _all.OrderByDescending(record => record.Attempts).Take(maxSubmitters / 2)];
        _byKind = Tables(maxSubmitters);
        foreach (var record in _all) _byKind[(int)record.Kind].Add(record.Key.Span, record);
    }

    private static NameTable<SubmitterRecord>[] Tables(int maxSubmitters) =>
        [.. Enum.GetValues<SubmitterKind>().Select(_ => new NameTable<SubmitterRecord>(maxSubmitters + 1))];
}
