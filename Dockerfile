# The bot as an image: docker build -t bewonersbot . && docker run --env-file .env -v bewonersbot:/data bewonersbot
FROM python:3.12-slim AS parts
COPY requirements.lock .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r requirements.lock

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home bewonersbot && install -d -o bewonersbot /data
COPY --from=parts /venv /venv
WORKDIR /app
COPY bot bot
COPY cogs cogs
COPY data data
COPY LICENSE NOTICE.md ./
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data LOG_FORMAT=json
# Database, keys and copies; nothing else is written.
VOLUME /data
USER bewonersbot
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "run"]
