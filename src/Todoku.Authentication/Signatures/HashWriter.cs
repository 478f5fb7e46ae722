using System.Buffers;
using System.Security.Cryptography;

namespace Todoku.Authentication.Signatures;

/// <summary>Takes octets piece by piece and gives their SHA-256. Holds at most one buffer, however many octets come.</summary>
internal sealed class HashWriter : IDisposable
{
    /// <summary>The length of a SHA-256, in octets.</summary>
    public const int HashLength = 32;

    private const int BufferLength = 32 * 1024;

    private readonly long _limit;
    private readonly int _length;
    private readonly byte[] _buffer;
    private IncrementalHash? _hash;
    private int _used;

    /// <param name="limit">How many octets are hashed at most; what comes behind is only counted.</param>
    /// <param name="bufferLength">How many octets are gathered before they are hashed.</param>
    public HashWriter(long limit = long.MaxValue, int bufferLength = BufferLength)
    {
        (_limit, _length) = (limit, bufferLength);
        _buffer = ArrayPool<byte>.Shared.Rent(bufferLength);
    }

    /// <summary>How many octets came.</summary>
    public long Length { get; private set; }

    /// <summary>Takes octets.</summary>
    public void Write(ReadOnlySpan<byte> octets)
    {
        var room = Math.Max(0, _limit - Length);
        Length += octets.Length;
        if (octets.Length > room) octets = octets[..(int)room];
        if (octets.Length <= _length - _used)
        {
            octets.CopyTo(_buffer.AsSpan(_used));
            _used += octets.Length;
            return;
        }
        Flush();
        if (octets.Length >= _length / 2)
        {
            Incremental.AppendData(octets);
            return;
        }
        octets.CopyTo(_buffer);
        _used = octets.Length;
    }

    /// <summary>Takes one octet.</summary>
    public void Write(byte octet)
    {
        if (Length++ >= _limit) return;
        if (_used == _length) Flush();
        _buffer[_used++] = octet;
    }

    /// <summary>The hash of all that came so far; more may follow.</summary>
    public byte[] Current()
    {
        if (_hash is null) return SHA256.HashData(_buffer.AsSpan(0, _used));
        Flush();
        return _hash.GetCurrentHash();
    }

    /// <summary>Makes the hash of a prefix cheap to ask for many times over.</summary>
    public byte[] CurrentOfMany()
    {
        Flush();
        return Incremental.GetCurrentHash();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _hash?.Dispose();
    }

    private IncrementalHash Incremental => _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private void Flush()
    {
        Incremental.AppendData(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
