using System.Runtime.CompilerServices;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Minio;
using Minio.DataModel.Args;
using Minio.Exceptions;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// Files in S3-compatible storage, for installations of several machines: ATKARUU_S3_ENDPOINT («https://host:port»), _BUCKET,
/// _KEY, _SECRET. The bucket must be there; objects are named <c>evidence/ab/cd/abcd…</c>.
/// </summary>
internal sealed class BucketFiles : EvidenceFiles
{
    private const string Root = "evidence/";

    private readonly IMinioClient _client;
    private readonly string _bucket;

    public BucketFiles(DataPlace place, IConfiguration settings) : base(place)
    {
        string Setting(string name) => settings["ATKARUU_S3_" + name] is { Length: > 0 } value ? value : throw new RuleException(new("evidence.s3-setting", "ATKARUU_S3_" + name));
        if (!Uri.TryCreate(Setting("ENDPOINT"), UriKind.Absolute, out var endpoint)) throw new RuleException(new("evidence.s3-setting", "ATKARUU_S3_ENDPOINT"));
        _bucket = Setting("BUCKET");
        _client = new MinioClient().WithEndpoint(endpoint.Authority).WithSSL(endpoint.Scheme == Uri.UriSchemeHttps)
            .WithCredentials(Setting("KEY"), Setting("SECRET")).WithRegion(settings["ATKARUU_S3_REGION"] ?? "us-east-1").Build();
    }

    public override async Task PutAsync(string hash, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        await _client.PutObjectAsync(new PutObjectArgs().WithBucket(_bucket).WithObject(NameOf(hash)).WithStreamData(content).WithObjectSize(bytes.Length).WithContentType("application/octet-stream"), stop);
    }

    public override async Task<Stream?> OpenAsync(string hash, CancellationToken stop)
    {
        var copy = NewTemporary();
        try
        {
            await _client.GetObjectAsync(new GetObjectArgs().WithBucket(_bucket).WithObject(NameOf(hash)).WithCallbackStream((from, ending) => from.CopyToAsync(copy, ending)), stop);
            copy.Position = 0;
            return copy;
        }
        catch (ObjectNotFoundException)
        {
            await copy.DisposeAsync();
            return null;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    public override async IAsyncEnumerable<KeptFile> ListAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var item in _client.ListObjectsEnumAsync(new ListObjectsArgs().WithBucket(_bucket).WithPrefix(Root).WithRecursive(true), stop))
            if (item.Key[(item.Key.LastIndexOf('/') + 1)..] is { Length: 64 } hash && item.LastModifiedDateTime is { } since) yield return new(hash, since.ToUniversalTime());
    }

    public override async Task<bool> DeleteAsync(string hash, DateTime notSince, CancellationToken stop)
    {
        try
        {
            var there = await _client.StatObjectAsync(new StatObjectArgs().WithBucket(_bucket).WithObject(NameOf(hash)), stop);
            if (there.LastModified.ToUniversalTime() >= notSince) return false;
            await _client.RemoveObjectAsync(new RemoveObjectArgs().WithBucket(_bucket).WithObject(NameOf(hash)), stop);
            return true;
        }
        catch (ObjectNotFoundException)
        {
            return false;
        }
    }

    private static string NameOf(string hash) => $"{Root}{hash[..2]}/{hash[2..4]}/{hash}";
}
