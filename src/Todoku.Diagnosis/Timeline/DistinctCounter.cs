using System.Numerics;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Counts distinct hashes: exactly up to <see cref="ExactLimit"/>, beyond that by an estimate in 2 KB (HyperLogLog, Flajolet and others
/// 2007, 2,048 registers: standard error 2.3 %). Hashes must be well mixed.
/// </summary>
internal sealed class DistinctCounter
{
    /// <summary>Up to here the count is exact.</summary>
    public const int ExactLimit = 256;

    private const int RegisterBits = 11;
    private const int Registers = 1 << RegisterBits;
    private const double Bias = 0.7213 / (1 + 1.079 / Registers);

    private ulong[] _exact = [];
    private int _exactCount;
    private bool _hasZero;
    private byte[]? _registers;

    /// <summary>Whether <see cref="Count"/> is an estimate.</summary>
    public bool IsEstimate => _registers is not null;

    public bool IsEmpty => _registers is null && _exactCount == 0 && !_hasZero;

    public long Count => _registers is null ? _exactCount + (_hasZero ? 1 : 0) : Estimate(_registers);

    public void Add(ulong hash)
    {
        if (_registers is not null)
        {
            Register(_registers, hash);
            return;
        }
        if (hash == 0)
        {
            _hasZero = true;
            return;
        }
        if (_exactCount * 2 >= _exact.Length) Grow();
        if (Insert(_exact, hash) && ++_exactCount > ExactLimit) Convert();
    }

    public DistinctCounter Clone() => new()
    {
        _exact = [.. _exact],
        _exactCount = _exactCount,
        _hasZero = _hasZero,
        _registers = _registers is null ? null : [.. _registers],
    };

    private void Grow()
    {
        var larger = new ulong[Math.Max(8, _exact.Length * 2)];
        foreach (var hash in _exact)
        {
            if (hash != 0) Insert(larger, hash);
        }
        _exact = larger;
    }

    private void Convert()
    {
        var registers = new byte[Registers];
        if (_hasZero) Register(registers, 0);
        foreach (var hash in _exact)
        {
            if (hash != 0) Register(registers, hash);
        }
        _registers = registers;
        _exact = [];
        _exactCount = 0;
    }

    private static bool Insert(ulong[] slots, ulong hash)
    {
        var mask = slots.Length - 1;
        var i = (int)hash & mask;
        while (slots[i] != 0)
        {
            if (slots[i] == hash) return false;
            i = (i + 1) & mask;
        }
        slots[i] = hash;
        return true;
    }

    private static void Register(byte[] registers, ulong hash)
    {
        var index = (int)(hash >> (64 - RegisterBits));
        // The lowest bit set to one ends the run of zeros for hashes whose rest is all zeros.
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << RegisterBits) | (1UL << (RegisterBits - 1))) + 1);
        if (registers[index] < rank) registers[index] = rank;
    }

    private static long Estimate(byte[] registers)
    {
        double sum = 0;
        var empty = 0;
        foreach (var rank in registers)
        {
            sum += Math.ScaleB(1, -rank);
            if (rank == 0) empty++;
        }
        var estimate = Bias * Registers * Registers / sum;
        // Linear counting is the better estimate while many registers are empty (section 4 of the paper).
        if (estimate <= 2.5 * Registers && empty > 0) estimate = Registers * Math.Log((double)Registers / empty);
        return (long)Math.Round(estimate);
    }
}
